/**
 * The argument names of an ICU message, from its text. Branches of a plural are recognised by their selector,
 * so a message must not use the words of `BranchSelector` right before an argument.
 */
export type ArgumentNames<Text extends string> = Text extends `${infer Before}{${infer Rest}`
  ? | (Before extends `${string} ${BranchSelector} ` ? never : NameAtStart<Rest>)
    | ArgumentNames<Rest>
  : never;

type BranchSelector = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other' | `=${number}`;

type NameAtStart<Rest extends string> = Rest extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name},${string}`
    ? Name
    : Inside
  : never;
