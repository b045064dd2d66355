import { z } from 'zod'
import type { Article } from '../article/article.ts'
import { checkArticle, type CheckFacts, type CheckFinding } from './checklist.ts'

/** `advice` stops nothing. What is required for approval is required for export as well. */
const levelSchema = z.enum(['advice', 'approval', 'export'])
export type BindingLevel = z.infer<typeof levelSchema>
export const BINDING_LEVELS = levelSchema.options
const advice = levelSchema.default('advice')

/** The checks that a house can make binding: not those that only say what is so. */
export type BindableCode = Exclude<CheckFinding['code'], 'embargo-in-future'>

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
  'no-correction-text': advice,
  'unknown-content': advice,
  'open-comments': advice,
  'open-proposals': advice,
} satisfies Record<BindableCode, z.ZodType>)
export type Binding = z.infer<typeof bindingSchema>

/** The steps that a check can stop. `correction`: a published article is marked as corrected. */
export type BoundStep = 'approval' | 'correction' | 'export'

/** @returns how a check binds; one that only says what is so is advice. */
export function levelOf(code: CheckFinding['code'], binding: Binding): BindingLevel {
  return code === 'embargo-in-future' ? 'advice' : binding[code]
}

/** @returns whether a check with this code and level stops a step. */
function stops(code: CheckFinding['code'], level: BindingLevel, step: BoundStep): boolean {
  if (step === 'export') return level !== 'advice'
  // Marking a published article as corrected approves no new text: only the correction itself is asked for.
  return level === 'approval' && (step === 'approval' || code === 'no-correction-text')
}

/** @returns the checks that an article fails and that a house requires for a step, each once, in the checklist's order. */
export function failedChecks(article: Article, step: BoundStep, binding: Binding, facts: CheckFacts): BindableCode[] {
  const codes = new Set(checkArticle(article, facts).map(({ code }) => code))
  return [...codes].filter(
    (code): code is BindableCode => code !== 'embargo-in-future' && stops(code, binding[code], step),
  )
}
