import { z } from 'zod'
import { blockSchema, type Block } from './block.ts'
import type { NewId } from './factories.ts'
import { factbox, figure, head, paragraph, quote, subhead } from './factories.ts'
import { normaliseDocument } from './normalise.ts'

const shapeOfTemplate = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(100),
  /** Becomes `kind` in the article's metadata. */
  kind: z.string().max(500),
  document: z.array(blockSchema).min(1).max(500),
})

/** The blocks that a new article of some kind starts with. A house can edit them. */
// An interface, as `Article` is and for the same reason.
// oxlint-disable-next-line typescript/consistent-type-definitions, typescript/no-empty-object-type
export interface Template extends z.infer<typeof shapeOfTemplate> {}
export const templateSchema: z.ZodType<Template, Template> = shapeOfTemplate

/** A text that writers insert often. */
export const snippetSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(100),
  text: z.string().max(5000),
})

/** Makes ids that are unique within one template. An article made from it gets new ids. */
function counter(prefix: string): NewId {
  let count = 0
  return () => `${prefix}-${(count += 1)}`
}

function template(id: string, name: string, make: (newId: NewId) => Block[]): Template {
  return { id, name, kind: id, document: make(counter(id)) }
}

const opening = (newId: NewId, ...types: ('kicker' | 'deck' | 'byline' | 'dateline')[]): Block[] => [
  ...(types.includes('kicker') ? [head('kicker', newId)] : []),
  head('headline', newId),
  ...(['deck', 'byline', 'dateline'] as const).filter((type) => types.includes(type)).map((type) => head(type, newId)),
]

/** The templates that a house has until it edits them. */
export const HOUSE_TEMPLATES: readonly Template[] = [
  template('news', 'خبر', (newId) => [...opening(newId, 'deck', 'byline', 'dateline'), paragraph(newId)]),
  template('breaking', 'عاجل', (newId) => [
    head('kicker', newId, 'عاجل'),
    head('headline', newId),
    head('dateline', newId),
    paragraph(newId),
  ]),
  template('report', 'تقرير', (newId) => [
    ...opening(newId, 'kicker', 'deck', 'byline', 'dateline'),
    figure(newId),
    paragraph(newId),
    subhead(newId, 'الخلفية'),
    paragraph(newId),
    subhead(newId, 'ماذا بعد؟'),
    paragraph(newId),
    factbox(newId, 'بالأرقام'),
  ]),
  template('interview', 'مقابلة', (newId) => [
    ...opening(newId, 'kicker', 'deck', 'byline'),
    figure(newId),
    paragraph(newId),
    ...[1, 2].flatMap((): Block[] => [subhead(newId, '', 3), paragraph(newId)]),
    quote(newId),
  ]),
  template('opinion', 'رأي', (newId) => [
    head('kicker', newId, 'رأي'),
    head('headline', newId),
    head('deck', newId),
    head('byline', newId),
    paragraph(newId),
  ]),
  template('photo-story', 'قصة مصورة', (newId) => [
    ...opening(newId, 'deck', 'byline'),
    paragraph(newId),
    ...[1, 2, 3].flatMap((): Block[] => [figure(newId), paragraph(newId)]),
  ]),
]

/** @returns a new document from a template, with new ids. */
export function documentOfTemplate({ document }: Template, newId: NewId): Block[] {
  const bare = JSON.parse(JSON.stringify(document), (key, value: unknown) =>
    key === 'id' ? undefined : value,
  ) as unknown[]
  return normaliseDocument(bare, newId)
}
