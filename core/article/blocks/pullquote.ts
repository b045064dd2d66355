import type { z } from 'zod'
import { textBlock } from './base.ts'

/** A sentence of the article shown in large type to draw the eye. It repeats the text, so its words do not count. */
export const pullquoteSchema = textBlock('pullquote')
export type Pullquote = z.infer<typeof pullquoteSchema>
