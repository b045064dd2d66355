import type { Act } from '../monkey-window.ts'
import { paste } from '../../paste.ts'
import { png } from '../../pictures.ts'

const CONTENTS: readonly Record<string, string>[] = [
  { 'text/plain': 'كلمات ملصقة' },
  { 'text/plain': 'سطر أول\nسطر ثان\n\nفقرة ثالثة' },
  { 'text/plain': 'https://example.com/a' },
  {
    'text/html': '<h2>عنوان</h2><p>فقرة <b>غليظة</b> و<a href="https://example.com">رابط</a></p><ul><li>بند</li></ul>',
  },
  { 'text/html': '<table><tr><td>أ</td><td>ب</td></tr><tr><td>ج</td><td>د</td></tr></table>' },
  { 'text/html': '<blockquote><p>اقتباس</p></blockquote><hr><p>بعده</p>', 'text/plain': 'اقتباس\nبعده' },
  { 'text/html': '<h1>العنوان</h1><p>المقدمة</p><p>النص</p>', 'text/plain': 'العنوان\nالمقدمة\nالنص' },
]

/** Pastes what other programs put on the clipboard. */
export const pasteForeign: Act = async ({ page, seen }, draw) => {
  const contents = draw.of(CONTENTS)
  if (!seen.canWrite || seen.focus !== 'text') return 'nothing to paste into'
  await paste(page, contents)
  return `paste ${JSON.stringify(contents)}`
}

/** Copies or cuts what is selected, and pastes it. */
export const cutAndPaste: Act = async ({ page }, draw) => {
  const keys = [draw.of(['Control+c', 'Control+x']), draw.of(['ArrowDown', 'End', 'Control+End', 'ArrowLeft'])]
  keys.push(draw.of(['Control+v', 'Control+v', 'Control+Shift+V']))
  for (const key of keys) {
    // oxlint-disable-next-line no-await-in-loop -- keys come one after another
    await page.keyboard.press(key)
  }
  return keys.join(' ')
}

/** Chooses pictures from files. */
export const addPictures: Act = async ({ page }, draw) => {
  const input = page.getByTestId('pictures')
  if ((await input.count()) === 0) return 'no pictures to add'
  const files = Array.from({ length: 1 + draw.below(2) }, (_, index) => ({
    name: `صورة-${index}.png`,
    mimeType: 'image/png',
    buffer: png(40, 30, draw.below(200)),
  }))
  await input.setInputFiles(files)
  return `add ${files.length} pictures`
}
