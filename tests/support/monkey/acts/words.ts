/** Letters that no rule of typing changes. */
export const ARABIC = 'بتثجحخدذرزسشصضطظعغفقكلمنهوي'.split('')
