/** The tone of a status of the service; others than these three are known to occur, and stand as they came. */
export function toneOfStatus(status: string): 'good' | 'running' | 'failed' | 'quiet' {
  return tones[status.toLowerCase()] ?? 'quiet';
}

const tones: Record<string, 'good' | 'running' | 'failed'> = {
  passed: 'good',
  'in progress': 'running',
  failed: 'failed',
};
