import { expect, test } from 'vitest';
import { chooseMimeType } from './recorder-mime-type';

test('takes Opus in WebM where it can, MP4 on Safari, and says so when there is nothing', () => {
  expect(chooseMimeType(() => true)).toBe('audio/webm;codecs=opus');
  expect(chooseMimeType((type) => type.startsWith('audio/mp4'))).toBe('audio/mp4;codecs=opus');
  expect(chooseMimeType((type) => type === 'audio/mp4')).toBe('audio/mp4');
  expect(chooseMimeType(() => false)).toBeNull();
});
