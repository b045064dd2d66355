import { expect, it } from 'vitest'
import { head, newArticle, paragraph } from '../article/factories.ts'
import { bindingSchema, failedChecks, levelOf } from './binding.ts'

const FACTS = { now: '2026-11-24T08:00:00.000Z', isCorrection: false, openThreads: 0, openProposals: 0 }
let count = 0
const id = (): string => `b${(count += 1)}`

it('a check stops the step that it is required for, and what is required for approval stops an export as well', () => {
  const article = newArticle('a', id, [head('headline', id, 'عنوان')])
  const binding = bindingSchema.parse({ 'no-body': 'approval', 'no-section': 'export' })
  expect(failedChecks(article, 'approval', binding, FACTS)).toEqual(['no-body'])
  expect(failedChecks(article, 'export', binding, FACTS)).toEqual(['no-body', 'no-section'])
})

it('nothing but the headline is required until a house requires it, and an embargo never is', () => {
  const article = newArticle('a', id)
  const metadata = { ...article.metadata, embargo: '2026-11-24T12:00:00Z' }
  const binding = bindingSchema.parse({})
  expect(failedChecks({ ...article, metadata }, 'export', binding, FACTS)).toEqual(['no-headline'])
  expect(levelOf('embargo-in-future', binding)).toBe('advice')
  expect(levelOf('no-headline', binding)).toBe('approval')
})

it('only the text of the correction can stop a published article from being marked as corrected', () => {
  const article = newArticle('a', id, [head('headline', id, 'عنوان'), paragraph(id, 'نص')])
  const corrected = { ...FACTS, isCorrection: true }
  const binding = bindingSchema.parse({ 'no-section': 'approval', 'no-correction-text': 'approval' })
  expect(failedChecks(article, 'correction', binding, corrected)).toEqual(['no-correction-text'])
  expect(failedChecks(article, 'approval', binding, FACTS)).toEqual(['no-section'])
  const later = bindingSchema.parse({ 'no-correction-text': 'export' })
  expect(failedChecks(article, 'correction', later, corrected)).toEqual([])
  expect(failedChecks(article, 'export', later, corrected)).toEqual(['no-correction-text'])
})

it('open comments and proposals stop what the house requires their end for, and nothing else', () => {
  const article = newArticle('a', id, [head('headline', id, 'عنوان'), paragraph(id, 'نص')])
  const open = { ...FACTS, openThreads: 2, openProposals: 1 }
  const binding = bindingSchema.parse({ 'open-comments': 'approval', 'open-proposals': 'export' })
  expect(failedChecks(article, 'approval', binding, open)).toEqual(['open-comments'])
  expect(failedChecks(article, 'export', binding, open)).toEqual(['open-comments', 'open-proposals'])
  expect(failedChecks(article, 'export', binding, { ...open, openThreads: 0 })).toEqual(['open-proposals'])
  expect(failedChecks(article, 'export', bindingSchema.parse({}), open)).toEqual([])
})
