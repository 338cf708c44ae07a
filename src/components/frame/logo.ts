/** A picture file of the company's, with its size in pixels. */
interface LogoFile {
  src: string;
  width: number;
  height: number;
}

export interface Logo {
  light: LogoFile;
  /** For dark pages. */
  dark?: LogoFile | undefined;
  /** Whether it spells the company's name. */
  hasName: boolean;
}
