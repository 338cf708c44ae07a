import type { Availability } from '#catalog';

/** What a state means, whatever it is a state of: it decides on shape and colour. */
export type Tone = 'good' | 'running' | 'waiting' | 'warning' | 'failed' | 'quiet';

export const availabilityTones: Record<Availability, Tone> = {
  open: 'good',
  soon: 'running',
  upcoming: 'waiting',
  closed: 'quiet',
  archived: 'quiet',
};
