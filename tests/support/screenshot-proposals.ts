import type { Page } from '@playwright/test'
import type { Article } from '#core/article/article.ts'
import { paragraph } from '#core/article/factories.ts'
import { goTo, newArticle, saved, type App } from './app.ts'

const LINES = [
  'ارتفعت أسعار النفط بشكل كبير صباح أمس بعد قرار الدول المصدّرة خفض إنتاجها مليون برميل يوميًا.',
  'وقال وزير الطاقة إن القرار مؤقت. وسيُراجَع بعد شهرين.',
  'وأضاف أن الأسواق تلقّت القرار بهدوء، رغم كل ما قيل عنه قبل صدوره.',
]

const PROPOSED = [
  'ارتفعت أسعار النفط أكثر من 4% صباح أمس بعد قرار الدول المصدّرة خفض إنتاجها مليون برميل يوميًا.',
  'وقال وزير الطاقة سالم البدري إن القرار مؤقت. وسيُراجَع بعد شهرين.',
  'وأضاف أن الأسواق تلقّت القرار بهدوء.',
]

/** Writes an article on which an editor proposes changes. @returns its address. */
export async function writeProposals(page: Page, app: App): Promise<string> {
  await newArticle(page, 'النفط يرتفع بعد خفض الإنتاج')
  for (const [index, line] of LINES.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(line)
  }
  await saved(page)
  const address = new URL(page.url()).hash
  const id = decodeURIComponent(address.split('/')[2] ?? '')
  const client = await app.client()
  const opened = await client.call('articles.get', { id })
  if (!opened.ok) throw new Error(opened.error.code)
  const { article } = opened.value
  const actor = { name: 'كريم', role: 'editor' } as const
  await client.call('proposals.add', {
    ...{ id, proposalId: 'proposed', by: 'كريم', base: article, head: proposed(article), actor },
  })
  return address
}

function proposed(article: Article): Article {
  const document = article.document.map((block) => {
    const line =
      block.type === 'paragraph'
        ? LINES.indexOf(block.children.map((each) => ('text' in each ? each.text : '')).join(''))
        : -1
    return block.type === 'paragraph' && line !== -1 ? { ...block, children: [{ text: PROPOSED[line] ?? '' }] } : block
  })
  return {
    ...article,
    document: [...document, paragraph(() => 'proposed-line', 'ويُنتظر أن تجتمع الدول المصدّرة مطلع العام.')],
  }
}

/** Proposed changes in the text and on their cards, then the page of somebody who proposes. */
export async function shootProposals(
  page: Page,
  article: string,
  shot: (name: string) => Promise<unknown>,
): Promise<void> {
  await goTo(page, article)
  await page.getByTestId('editor').waitFor()
  await page.locator('.inspector-tab').first().click()
  await page.getByTestId('view-cards').click()
  await page.getByTestId('change-card').first().waitFor()
  await page.mouse.move(600, 30)
  await shot('proposals')
  await page.keyboard.press('Control+Alt+Shift+KeyX')
  await page.locator('.segmented-option[data-selected] >> text=/اقتراح|Propose/').waitFor()
  await shot('proposing')
  await page.keyboard.press('Control+Alt+Shift+KeyX')
}
