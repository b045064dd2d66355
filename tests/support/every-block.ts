import { expect, type Page } from '@playwright/test'
import type { Block, HeadType } from '#core/article/block.ts'
import {
  embed,
  emptyBlock,
  factbox,
  figure,
  gallery,
  list,
  paragraph,
  pullquote,
  quote,
  related,
  separator,
  subhead,
  table,
  type NewId,
} from '#core/article/factories.ts'
import { counter } from './articles.ts'
import { paste } from './paste.ts'

/** The types of block that a body may have in this version. */
export type BodyType = Exclude<Block['type'], HeadType | 'unknown'>

/** The types that each test adds itself, with its own content. */
export type AddedType = 'figure' | 'correction'

function verse(id: NewId, first: string, second: string): Block {
  const empty = emptyBlock('verse', id)
  const [one, other] = empty.children
  return {
    ...empty,
    children: [
      { ...one, children: [{ text: first }] },
      { ...other, children: [{ text: second }] },
    ],
  }
}

/** @returns sample blocks of each type; a missing type does not compile. */
function samples(id: NewId): Record<Exclude<BodyType, AddedType>, Block[]> {
  const items = list(id, false, ['تمديد عمل البعثة', 'حتى نهاية العام', 'زيادة التمويل'])
  const [first, second, third] = items.children
  if (first === undefined || second === undefined || third === undefined) throw new Error('three items')
  return {
    paragraph: [
      paragraph(id, 'للاستفسار: +964 770 123 4567 أو @midad_app، والنتيجة 3-1، ولغة C++ و.NET في سطر واحد.'),
      { ...paragraph(id, 'An English line in the middle of the page.'), dir: 'ltr' },
    ],
    subhead: [subhead(id, 'ما الذي تقرر؟')],
    list: [{ ...items, children: [first, { ...second, depth: 1, ordered: true }, third] }],
    quote: [quote(id, 'لن نتراجع عن خطة الإصلاح.', 'المتحدث باسم الحكومة')],
    pullquote: [pullquote(id, 'الإصلاح لا يحتمل التأجيل')],
    factbox: [factbox(id, 'بالأرقام', ['2500 جندي في المرحلة الأولى', '12 دولة مشاركة'])],
    table: [
      table(id, [
        ['البلد', 'العدد', 'الموعد'],
        ['العراق', '2500', '1/7'],
        ['الأردن', '300', '15/7'],
      ]),
    ],
    verse: [verse(id, 'إذا هبّت رياح الفجر يوما', 'تبسّم في المدى زهر الحقول')],
    separator: [separator(id)],
    gallery: [
      gallery(id, [figure(id, { caption: 'الوزيران في لندن', credit: 'رويترز' }), figure(id, { caption: 'الوفد' })]),
    ],
    embed: [embed(id, 'https://example.org/post/1', 'منشور الوزارة')],
    related: [
      related(id, [
        { title: 'الموازنة أمام البرلمان', url: 'https://example.org/budget' },
        { title: 'خلفية الاتفاق', url: '' },
      ]),
    ],
  }
}

/** @returns a body with every type of block except `AddedType`. */
export function everyBlock(): Block[] {
  const id = counter('block')
  return [
    ...Object.values(samples(id)).flat(),
    subhead(id, 'ماذا بعد؟', 3),
    paragraph(id, 'تجتمع اللجنة الأسبوع المقبل.'),
  ]
}

/** Pastes every type of block at the caret. */
export async function pasteEveryBlock(page: Page): Promise<void> {
  await paste(page, { 'application/x-midad-blocks': JSON.stringify({ midad: 1, blocks: everyBlock() }) })
  // The page draws what no person pasted in its own time.
  await expect(page.getByTestId('editor')).toContainText('تجتمع اللجنة الأسبوع المقبل.')
}
