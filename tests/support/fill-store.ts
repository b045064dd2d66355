import type { Article } from '#core/article/article.ts'
import { figure, head, newArticle, paragraph } from '#core/article/factories.ts'
import type { State } from '#core/review/states.ts'
import { openStore } from '#db/open.ts'
import { indexNext } from '#db/search/indexer.ts'
import { insertArticle } from '#db/tables/articles.ts'
import { queueNext } from '#db/tables/queues.ts'
import { counter } from './articles.ts'

const SECTIONS = ['سياسة', 'اقتصاد', 'رياضة', 'ثقافة']
const AUTHORS = ['سعاد العلي', 'كريم حسن', 'منى الخطيب']
const STATES: readonly State[] = ['draft', 'submitted', 'approved']

const DAY_MS = 24 * 60 * 60 * 1000

/** @returns article number `index`; headlines have one line or two, some articles have a deck. */
function filler(index: number): Article {
  const newId = counter()
  const long = index % 3 === 0 ? ' وتدعو الكتل النيابية إلى جلسة طارئة لمناقشة تقرير لجنة الخطة قبل نهاية الشهر' : ''
  const article = newArticle(`a${index}`, newId, [
    head('headline', newId, `البرلمان يناقش الموازنة ${index}${long}`),
    ...(index % 2 === 0 ? [head('deck', newId, 'خلاف على حصة المحافظات من عائدات النفط')] : []),
    paragraph(newId, `بدأت الجلسة رقم ${index} صباحًا، وحضرها وزير المالية.`),
    ...(index % 10 === 0 ? [figure(newId, { caption: 'قاعة البرلمان' })] : []),
  ])
  return { ...article, metadata: { ...article.metadata, section: SECTIONS[index % SECTIONS.length] ?? '' } }
}

/**
 * Fills a closed store: article 1 is the newest, and each next one is an hour older.
 * @param newest when article 1 was written.
 */
export function fillStore(folder: string, count: number, newest: Date, authors: readonly string[] = AUTHORS): void {
  const store = openStore(folder)
  try {
    store.db.transaction(() => {
      for (let index = count; index >= 1; index -= 1) {
        const at = new Date(newest.getTime() - ((index - 1) * DAY_MS) / 24).toISOString()
        const author = authors[index % authors.length] ?? ''
        insertArticle(store.db, { article: filler(index), state: STATES[index % STATES.length] ?? 'draft', author, at })
      }
    })
    // What Midad does in the background later, so that no list is loaded anew during a test.
    for (;;) if (indexNext(store.db, 500) + queueNext(store.db, 500) === 0) break
  } finally {
    store.close()
  }
}
