import type { Page } from '@playwright/test'
import { ARABIC } from './words.ts'
import type { Act } from '../monkey-window.ts'
import { look } from '../look.ts'
import { typeByKeys } from '../../press-keys.ts'
import type { Draw } from '../draw.ts'

const SIGNS = [
  '/',
  '# ',
  '- ',
  '1. ',
  '> ',
  '«',
  '"',
  '...',
  '--',
  '2026',
  'AFP',
  '(',
  '؟',
  '@',
  ' ',
  '  ',
  '\n',
] as const

/** Each look waits for two frames. */
const MOST_LOOKS = 100

/** @returns a word of Arabic letters that stands nowhere else. */
function newWord(draw: Draw): string {
  return Array.from({ length: 7 }, () => draw.of(ARABIC)).join('')
}

/**
 * Looks until the text has a word: what is typed while another text takes its place is held until that is shown. Where a
 * press before has led to another screen meanwhile, no text is left to look at.
 * @throws Error with the text that is shown, if that does not get the word in one piece
 */
async function expectWord(page: Page, word: string): Promise<void> {
  for (let time = 1; ; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one look after another
    const { document, texts, selection } = await look(page)
    if (texts.join('').includes(word)) return
    if (time < MOST_LOOKS) continue
    if (document === null) return
    throw new Error(`“${word}” is not in the text: ${JSON.stringify({ texts, selection })}`)
  }
}

/**
 * Types a word, by keys or as it comes from dictation.
 * @throws Error if the text had the focus, and does not get the word in one piece
 */
export const typeWord: Act = async ({ page, seen }, draw) => {
  const word = newWord(draw)
  const byKeys = draw.chance(50)
  const address = page.url()
  await (byKeys ? typeByKeys(page, word) : page.keyboard.type(word))
  // What comes without a key while no text is shown, because another article is being opened, reaches nobody.
  const isLawful = seen.canWrite && seen.focus === 'text' && (byKeys || page.url() === address)
  if (isLawful) await expectWord(page, word)
  return `type ${word} ${byKeys ? 'by keys' : 'without keys'}`
}

export const typeSign: Act = async ({ page }, draw) => {
  const sign = draw.of(SIGNS)
  await page.keyboard.type(sign)
  return `type ${JSON.stringify(sign)}`
}

/** Opens the menu of blocks, and perhaps takes its first entry. */
export const slashMenu: Act = async ({ page }, draw) => {
  const name = draw.of([
    'قائمة',
    'اقتباس',
    'جدول',
    'صورة',
    'إطار',
    'فاصل',
    'مضمن',
    'صلة',
    'تصويب',
    'معرض',
    'شعر',
    'داخلي',
  ])
  const end = draw.of(['Enter', 'Enter', 'Escape', 'Backspace'])
  await page.keyboard.press('Enter')
  await page.keyboard.type(`/${name}`)
  await page.keyboard.press(end)
  return `/${name} ${end}`
}

/** Types through an input method, and finishes, goes on elsewhere, or gives up. */
export const compose: Act = async ({ page, session, seen }, draw) => {
  const word = newWord(draw)
  const end = draw.of(['finish', 'finish', 'finish', 'give up', 'click', 'Escape', 'Enter', 'undo'])
  for (const length of [1, 3, 5, 7]) {
    // oxlint-disable-next-line no-await-in-loop -- letters come one after another
    await session.send('Input.imeSetComposition', {
      text: word.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    })
  }
  if (end === 'finish') await session.send('Input.insertText', { text: word })
  else if (end === 'give up')
    await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  else if (end === 'click') await page.mouse.click(200 + draw.below(700), 150 + draw.below(500))
  else await page.keyboard.press(end === 'undo' ? 'Control+z' : end)
  if (end === 'finish' && seen.canWrite && seen.focus === 'text') {
    const { texts } = await look(page)
    if (!texts.join('').includes(word)) throw new Error(`“${word}” was composed, and is not in the text`)
  }
  return `compose ${word}, ${end}`
}
