import { describe, expect, it } from 'vitest';
import { isHeldDown, type KeyPlace, meaningOf } from './keys.ts';

const PLAIN = { code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false };
const meaning = (key: string, place: KeyPlace, held: Partial<typeof PLAIN> = {}) =>
  meaningOf({ ...PLAIN, ...held, key }, place);

describe('keys of a page', () => {
  it('Alt is left alone on a Mac where one types: it writes @ and moves by words', () => {
    const at = { ...PLAIN, altKey: true, key: '@', code: 'KeyL' };
    expect(meaningOf(at, 'line', true)).toBeUndefined();
    expect(meaningOf({ ...PLAIN, altKey: true, key: 'ArrowLeft' }, 'lines', true)).toBeUndefined();
    expect(meaningOf(at, 'button', true)).toEqual({ act: 'language' });
    expect(meaningOf(at, 'line', false)).toEqual({ act: 'language' });
  });

  it('digits pick choices where nothing is typed', () => {
    expect(meaning('3', 'button')).toEqual({ act: 'choose', digit: 3 });
    expect(meaning('3', 'line')).toBeUndefined();
    expect(meaning('3', 'lines')).toBeUndefined();
    expect(meaning('0', 'other')).toEqual({ act: 'choose', digit: 0 });
    expect(meaning('0', 'line')).toBeUndefined();
  });

  it('Enter goes on from a line, and is the button’s and the text’s own elsewhere', () => {
    expect(meaning('Enter', 'line')).toEqual({ act: 'go-on' });
    expect(meaning('Enter', 'list')).toEqual({ act: 'go-on' });
    expect(meaning('Enter', 'button')).toBeUndefined();
    expect(meaning('Enter', 'lines')).toBeUndefined();
    expect(meaning('Enter', 'lines', { ctrlKey: true })).toEqual({ act: 'go-on' });
    expect(meaning('Enter', 'lines', { metaKey: true })).toEqual({ act: 'go-on' });
  });

  it('Backspace goes back only where it deletes nothing', () => {
    expect(meaning('Backspace', 'button')).toEqual({ act: 'back' });
    expect(meaning('Backspace', 'line')).toBeUndefined();
    expect(meaning('ArrowLeft', 'line', { altKey: true })).toEqual({ act: 'back' });
    expect(meaning('PageUp', 'line')).toEqual({ act: 'back' });
    expect(meaning('PageUp', 'lines')).toBeUndefined();
  });

  it('with Alt one goes back, forward again, to the newest page, and back from a jump, while one types too', () => {
    const held = { altKey: true };
    expect(meaning('ArrowRight', 'line', held)).toEqual({ act: 'redo' });
    expect(meaning('End', 'lines', held)).toEqual({ act: 'newest' });
    expect(meaning('®', 'button', { ...held, code: 'KeyR' })).toEqual({ act: 'return' });
    expect(meaning('l', 'line', { ...held, code: 'KeyL' })).toEqual({ act: 'language' });
    expect(meaning('l', 'line', { code: 'KeyL' })).toBeUndefined();
    expect(meaning('ArrowRight', 'line', { ...held, ctrlKey: true })).toBeUndefined();
  });

  it('keys held with others, and keys of an input method, are not ours', () => {
    expect(meaning('1', 'button', { ctrlKey: true })).toBeUndefined();
    expect(meaning('Enter', 'line', { isComposing: true })).toBeUndefined();
    expect(meaning('Enter', 'line', { shiftKey: true })).toBeUndefined();
  });

  it('held down act once, but write and delete as long as they are held', () => {
    const held = (key: string, place: KeyPlace) => isHeldDown({ ...PLAIN, key, repeat: true }, place);
    expect([held('Enter', 'button'), held('Enter', 'line'), held('1', 'button'), held('PageUp', 'other')]).toEqual(
      Array(4).fill(true),
    );
    expect([held('Enter', 'lines'), held('1', 'line'), held('Backspace', 'line')]).toEqual(Array(3).fill(false));
    expect(isHeldDown({ ...PLAIN, key: 'Enter', repeat: false }, 'line')).toBe(false);
  });
});
