import { encoderOf } from '../../fields/encode.ts'

/** The lines of a plain text: those of the article, and the addresses that stand below their words. */
export const TEXT_FIELDS = { line: 'text', address: 'link' } as const

/** Encodes a line of a plain text. */
export const textField = encoderOf(TEXT_FIELDS)
