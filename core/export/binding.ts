import { z } from 'zod'
import type { Article } from '../article/article.ts'
import { checkArticle, type CheckFinding } from './checklist.ts'

/** `advice` stops nothing. What is required for approval is required for export as well. */
const levelSchema = z.enum(['advice', 'approval', 'export'])
const advice = levelSchema.default('advice')

/** The checks that a house can make binding: not those that only say what is so. */
type BindableCode = Exclude<CheckFinding['code'], 'embargo-in-future'>

/** How each check binds. A check that older settings do not have is advice. */
export const bindingSchema = z.object({
  /** Nothing can be reviewed or sent without a headline, whatever a house decides. */
  'no-headline': z.literal('approval').default('approval'),
  'no-body': advice,
  'no-byline': advice,
  'no-section': advice,
  'no-slug': advice,
  'no-deck': advice,
  'figure-without-image': advice,
  'no-alt-text': advice,
  'no-caption': advice,
  'no-credit': advice,
  'no-address': advice,
  'unknown-content': advice,
} satisfies Record<BindableCode, z.ZodType>)
export type Binding = z.infer<typeof bindingSchema>

/** @returns the checks that an article fails and that a house requires for a step, each once, in the checklist's order. */
export function failedChecks(
  article: Article,
  step: 'approval' | 'export',
  binding: Binding,
  now: string,
): BindableCode[] {
  const codes = new Set(checkArticle(article, now).map(({ code }) => code))
  return [...codes].filter((code): code is BindableCode => {
    if (code === 'embargo-in-future') return false
    const level = binding[code]
    return level === 'approval' || level === step
  })
}
