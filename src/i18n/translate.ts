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
  const compiled = new Map<MessageKey, IntlMessageFormat>();

  const compile = (key: MessageKey): IntlMessageFormat => {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const message = new IntlMessageFormat(messages[key], locale, undefined, { ignoreTag: true });
    compiled.set(key, message);
    return message;
  };

  return {
    t: (key, ...[values]) =>
      values === undefined ? messages[key] : String(compile(key).format<string>(values)),
    splitMessage: (key, slots, values = {}) => {
      const places = Object.fromEntries(slots.map((slot) => [slot, { slot }]));
      return compile(key)
        .formatToParts<{ slot: string }>({ ...values, ...places })
        .map(({ value }) => (typeof value === 'object' ? value : { text: String(value) }));
    },
  };
}
