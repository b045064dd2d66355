import { expect, it } from 'vitest'
import { head, newArticle } from '../article/factories.ts'
import { bindingSchema, failedChecks } from './binding.ts'

const NOW = '2026-11-24T08:00:00.000Z'
let count = 0
const id = (): string => `b${(count += 1)}`

it('a check stops the step that it is required for, and what is required for approval stops an export as well', () => {
  const article = newArticle('a', id, [head('headline', id, 'عنوان')])
  const binding = bindingSchema.parse({ 'no-body': 'approval', 'no-section': 'export' })
  expect(failedChecks(article, 'approval', binding, NOW)).toEqual(['no-body'])
  expect(failedChecks(article, 'export', binding, NOW)).toEqual(['no-body', 'no-section'])
})

it('nothing but the headline is required until a house requires it, and an embargo never is', () => {
  const article = newArticle('a', id)
  const metadata = { ...article.metadata, embargo: '2026-11-24T12:00:00Z' }
  expect(failedChecks({ ...article, metadata }, 'export', bindingSchema.parse({}), NOW)).toEqual(['no-headline'])
})
