import { learnerFields, type LearnerField, type LearnerRow } from '../learners/index.ts';

/** Never the same twice, so not worth looking for. */
const uniqueFields: ReadonlySet<LearnerField> = new Set([
  'enrollment_id',
  'enterprise_enrollment_id',
]);

/**
 * Copies rows so that they take half the memory: all of one shape, and each text that comes again, as most do, is
 * kept once. Let go of the function once all rows are there: it holds every text.
 */
export function createRowPacker(): (row: LearnerRow) => LearnerRow {
  const texts = new Map<string, string>();
  let shape: LearnerRow | undefined;

  const keepOnce = (text: string): string => {
    const known = texts.get(text);
    if (known !== undefined) return known;
    texts.set(text, text);
    return text;
  };

  return (row) => {
    shape ??= row;
    const packed = { ...shape };
    for (const field of learnerFields) setField(packed, field, row[field]);
    return packed;
  };

  function setField<Field extends LearnerField>(
    packed: Pick<LearnerRow, Field>,
    field: Field,
    value: LearnerRow[Field],
  ): void {
    const isRepeated = typeof value === 'string' && !uniqueFields.has(field);
    packed[field] = isRepeated ? (keepOnce(value) as LearnerRow[Field] & string) : value;
  }
}
