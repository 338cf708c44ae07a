import { describe, expect, test } from 'vitest';
import { assignSlugs, runLabelOf, slugOf } from './slug.ts';

describe('slugs', () => {
  test.each([
    ['edX+DemoX', 'edx-demox'],
    ['KIT+C++101', 'kit-c-101'],
    ['  Über  Straße ', 'über-straße'],
    ['はじめての品質管理', 'はじめての品質管理'],
    ['العربية 101', 'العربية-101'],
    ['Cafe\u0301', 'caf\u00e9'],
    ['Data Analysis & Statistics', 'data-analysis-statistics'],
  ])('%s becomes %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  test('a text without letters and digits becomes the hash of its key', () => {
    expect(slugOf('+++', 'a key')).toMatch(/^[\da-f]{8}$/);
  });

  test.each([
    ['course-v1:edX+DemoX+1T2026', 'edX+DemoX', '1T2026'],
    ['course-v1:edX+Other+1T2026', 'edX+DemoX', 'edX+Other+1T2026'],
    ['edX/DemoX/2012', 'edX/DemoX', '2012'],
    ['course-v1:MyUni+Sport101x', 'MyUni+Sport101x', 'MyUni+Sport101x'],
  ])('the run %s of %s is called %s', (run, course, label) => {
    expect(runLabelOf(run, course)).toBe(label);
  });
});

describe('giving slugs', () => {
  test('the first seen has it plain, the others get six digits of their hash', () => {
    const slugs = assignSlugs([
      { key: 'A+B', wanted: 'a-b', firstSeen: 2 },
      { key: 'a+b', wanted: 'a-b', firstSeen: 1 },
    ]);

    expect(slugs.get('a+b')).toBe('a-b');
    expect(slugs.get('A+B')).toMatch(/^a-b-[\da-f]{6}$/);
  });

  test('of those first seen together the smallest key has it plain, whatever their order', () => {
    const requests = ['a+b', 'A+B'].map((key) => ({ key, wanted: 'a-b', firstSeen: 1 }));

    expect(assignSlugs(requests).get('A+B')).toBe('a-b');
    expect(assignSlugs(requests.toReversed())).toEqual(assignSlugs(requests));
  });

  test('a slug once given stays, also against an older item', () => {
    const slugs = assignSlugs([
      { key: 'old', wanted: 'x', firstSeen: 1 },
      { key: 'new', wanted: 'x', firstSeen: 5, given: 'x' },
    ]);

    expect(slugs.get('new')).toBe('x');
    expect(slugs.get('old')).not.toBe('x');
  });

  test('nobody gets the slug of something that has left', () => {
    expect(assignSlugs([{ key: 'k', wanted: 'gone', firstSeen: 1 }], ['gone']).get('k')).not.toBe(
      'gone',
    );
  });

  test('a number alone would be the address of a list’s page', () => {
    expect(assignSlugs([{ key: '2', wanted: '2', firstSeen: 1 }]).get('2')).toMatch(
      /^2-[\da-f]{6}$/,
    );
  });
});
