import { IntlMessageFormat } from 'intl-messageformat';
import type { ArgumentNames } from './message-arguments.ts';
import type { en } from './messages/en/index.ts';

export type MessageKey = keyof typeof en;

/** All messages of one language. */
export type Messages = Record<MessageKey, string>;

export type MessageValue = string | number;

/** Nothing for a message without arguments, else an object with each of them. */
export type MessageArguments<Key extends MessageKey> = [ArgumentNames<(typeof en)[Key]>] extends [
  never,
]
  ? []
  : [values: Record<ArgumentNames<(typeof en)[Key]>, MessageValue>];

export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: MessageArguments<Key>
) => string;

/** A piece of a message: text, or the place of an argument that the caller renders itself. */
export type MessagePart = { text: string } | { slot: string };

export interface Translator {
  /** The words for `key`. A missing argument throws. */
  t: Translate;
  /** The words around the arguments in `slots`, for a message that holds an element. */
  splitMessage: (
    key: MessageKey,
    slots: readonly string[],
    values?: Record<string, MessageValue>,
  ) => MessagePart[];
}

export function createTranslator(messages: Messages, locale: string): Translator {
  const compiled = new Map<MessageKey, CompiledMessage>();
  const numbers = new Intl.NumberFormat(locale);

  const compile = (key: MessageKey): CompiledMessage => {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const message = new IntlMessageFormat(messages[key], locale, undefined, { ignoreTag: true });
    const made = { message, counted: new Set(message.getAst().flatMap(countedIn)) };
    compiled.set(key, made);
    return made;
  };

  /** A number that decides on no form is text to the library; here it gets the digits of its language too. */
  const withDigits = (
    { counted }: CompiledMessage,
    values: Record<string, MessageValue>,
  ): Record<string, MessageValue> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' && !counted.has(name) ? numbers.format(value) : value,
      ]),
    );

  return {
    t: (key, ...[values]) => {
      if (values === undefined) return messages[key];
      const compiledMessage = compile(key);
      return String(compiledMessage.message.format<string>(withDigits(compiledMessage, values)));
    },
    splitMessage: (key, slots, values = {}) => {
      const compiledMessage = compile(key);
      const places = Object.fromEntries(slots.map((slot) => [slot, { slot }]));
      return compiledMessage.message
        .formatToParts<{ slot: string }>({ ...withDigits(compiledMessage, values), ...places })
        .map(({ value }) => (typeof value === 'object' ? value : { text: String(value) }));
    },
  };
}

interface CompiledMessage {
  message: IntlMessageFormat;
  /** Arguments that decide on a form: their `#` is formatted by the library, and stands only there. */
  counted: Set<string>;
}

function countedIn(element: MessageElement): string[] {
  if (!('options' in element)) return [];
  const inner = Object.values(element.options).flatMap(({ value }) => value.flatMap(countedIn));
  return [element.value, ...inner];
}

type MessageElement = ReturnType<IntlMessageFormat['getAst']>[number];
