import type { z } from 'zod'
import { textBlock } from './base.ts'

export const paragraphSchema = textBlock('paragraph')
export type Paragraph = z.infer<typeof paragraphSchema>
