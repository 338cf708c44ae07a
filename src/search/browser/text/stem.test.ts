import { describe, expect, test } from 'vitest';
import { lightStem, strongStem } from './stem.ts';

describe('lightStem takes for one word', () => {
  test.each([
    ['study', 'studies'],
    ['class', 'classes'],
    ['database', 'databases'],
    ['programming', 'programmed'],
    ['model', 'modelling'],
    ['visualization', 'visualisation'],
    ['organize', 'organise'],
    ['analyze', 'analyse'],
    ['color', 'colours'],
    ['center', 'centre'],
    ['данных', 'данные'],
  ])('%s and %s', (one, other) => {
    expect(lightStem(other)).toBe(lightStem(one));
  });
});

test.each([
  ['news', 'new'],
  ['business', 'busy'],
  ['analysis', 'analyst'],
  ['physics', 'physician'],
  ['sing', 's'],
  ['data', 'date'],
  ['statistics', 'status'],
])('lightStem keeps %s from %s', (one, other) => {
  expect(lightStem(one)).not.toBe(lightStem(other));
});

test.each([
  ['manager', 'management'],
  ['leadership', 'leading'],
  ['negotiate', 'negotiation'],
  ['educational', 'education'],
  ['marketer', 'marketing'],
  ['photography', 'photographer'],
  ['biology', 'biological'],
  ['economy', 'economist'],
])('strongStem takes %s and %s for relatives', (one, other) => {
  expect(strongStem(other)).toBe(strongStem(one));
});

test.each(['数据', 'c++', 'datos', 'für', 'ai', 'r'])(
  'leaves %s as it is or takes a plural',
  (word) => {
    expect(word.startsWith(lightStem(word))).toBe(true);
  },
);
