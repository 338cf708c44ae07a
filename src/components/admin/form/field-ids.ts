/** The attributes of a control in a `Field`. */
export function fieldAttributes(
  id: string,
  error?: string,
): { id: string; 'aria-describedby': string; 'aria-invalid': 'true' | undefined } {
  return {
    id,
    'aria-describedby': error === undefined ? `${id}-hint` : `${id}-error ${id}-hint`,
    'aria-invalid': error === undefined ? undefined : 'true',
  };
}
