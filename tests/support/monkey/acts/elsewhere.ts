import { writeArticleFile } from '#core/article/article-file.ts'
import type { CallName, CallInput, CallOutput } from '#core/contract/contract.ts'
import type { Client } from '../../connect.ts'
import type { Draw } from '../draw.ts'
import { look } from '../look.ts'
import type { Act, MonkeyWindow } from '../monkey-window.ts'
import { goTo } from '../../app.ts'
import { brokenInWindow } from '../window-laws.ts'
import { compare, comeBack } from './screens.ts'

const FILE = 'article.midad.json'
const WAYS = ['save', 'save', 'save', 'keep', 'restore', 'import', 'goal'] as const

/** @throws Error for a refusal */
async function ask<N extends CallName>({ call }: Client, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await call(name, input)
  if (!answer.ok) throw new Error(`${name} was refused: ${answer.error.code}`)
  return answer.value
}

/** Changes an article that no other client writes, in one of the ways that there are. */
async function change(client: Client, id: string, way: (typeof WAYS)[number], draw: Draw): Promise<void> {
  const { article, saveNumber: baseSaveNumber } = await ask(client, 'articles.get', { id })
  if (way === 'keep') await ask(client, 'history.keep', { id })
  if (way === 'goal') await ask(client, 'articles.setGoal', { id, goal: null })
  if (way === 'restore') {
    const { points } = await ask(client, 'history.points', { id })
    if (points.length > 0) await ask(client, 'history.restore', { id, hash: draw.of(points).hash })
  }
  const words = `من نافذة أخرى ${draw.below(1_000_000)}`
  const document = article.document.map((block) =>
    block.type === 'headline' ? { ...block, children: [{ text: words }] } : block,
  )
  const changed = { ...article, document }
  if (way === 'save') await ask(client, 'articles.save', { article: changed, baseSaveNumber, caret: null })
  if (way === 'import') {
    const bytes = Buffer.from(writeArticleFile(changed, '2026-01-01T00:00:00.000Z', [])).toString('base64')
    const choices = [{ index: 0, as: 'revision' as const }]
    await ask(client, 'import.take', { name: FILE, bytes, choices })
  }
}

/**
 * Another client takes the article while this window shows another screen, and changes it many times while this one shows
 * it again, perhaps its versions. React must not call what follows an endless loop.
 */
export const writeElsewhere: Act = async (window, draw) => {
  const { page, articleId: id } = window
  const client = await window.elsewhere.client()
  await closeOnlooker(window)
  await goTo(page, '#/')
  await page.getByTestId('editor').waitFor({ state: 'detached' })
  // This window gives its lock back only when all is saved.
  while (!(await ask(client, 'articles.open', { id })).editable) await look(page)
  await comeBack(window, draw)
  const ways = Array.from({ length: 1 + draw.below(20) }, () => draw.of(WAYS))
  const compared = draw.chance(60) ? await compare(window, draw) : 'no comparison'
  for (const way of ways) await change(client, id, way, draw)
  await ask(client, 'articles.close', { id })
  await takeBack(window, draw)
  return `another client changes the article: ${ways.join(', ')} (${compared})`
}

/** Ends what keeps this window from writing: a second one that has the article, or a comparison of its versions. */
export const takeBack: Act = async (window, draw) => {
  await closeOnlooker(window)
  await goTo(window.page, '#/')
  await comeBack(window, draw)
  await window.page.locator('[data-testid=editor][contenteditable=true]').waitFor()
  return 'take the article back'
}

async function closeOnlooker(window: MonkeyWindow): Promise<void> {
  await window.onlooker?.close()
  window.onlooker = null
  await window.page.bringToFront()
}

/**
 * Shows the article in a second window, perhaps its versions, which follows what is written here; or closes that window. It
 * may write, once this window shows another screen.
 * @throws Error if it shows something that cannot be
 */
export const lookOn: Act = async (window, draw) => {
  const { onlooker, articleId } = window
  if (onlooker === null) {
    const page = await window.elsewhere.open()
    window.onlooker = page
    await goTo(page, `#/article/${articleId}`)
    await page.getByTestId('editor').waitFor()
    const compared = draw.chance(60) ? await compare({ ...window, page }, draw) : 'no comparison'
    // A page behind another draws a frame a second.
    await window.page.bringToFront()
    return `show the article in a second window (${compared})`
  }
  await onlooker.bringToFront()
  const broken = brokenInWindow(await look(onlooker))
  if (broken.length > 0) throw new Error(`In the second window ${broken.join('; ')}`)
  await closeOnlooker(window)
  return 'close the second window'
}
