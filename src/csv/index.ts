export { formatCsvText } from './format-text.ts';
