import type { z } from 'zod'
import { textBlock } from './base.ts'

/** Words of the article that are shown large beside it, to draw the eye. They are not part of its text. */
export const pullquoteSchema = textBlock('pullquote')
export type Pullquote = z.infer<typeof pullquoteSchema>
