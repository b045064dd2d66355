import { MAX_LINES, type importCalls } from '#core/contract/import.ts'
import { ContractError } from '#core/contract/errors.ts'
import { buildArticle } from '#core/import/text/build.ts'
import { recogniseText } from '#core/import/text/recognise.ts'
import { decodeText } from '#electron/files/decode-text.ts'
import { addArticle } from './add-article.ts'
import type { Handlers } from './context.ts'

export const importHandlers: Handlers<typeof importCalls> = {
  'import.recognise': (input) => {
    // Pasted text goes the same way as a file, so that the same limits and refusals hold for it.
    const bytes = 'bytes' in input ? Buffer.from(input.bytes, 'base64') : Buffer.from(input.text, 'utf8')
    const { text, encoding } = decodeText(bytes)
    const recognised = recogniseText(text)
    // No article has so many lines; what would be refused when it is accepted is refused before it is reviewed.
    if (recognised.lines.length > MAX_LINES) throw new ContractError('text-too-large')
    const legacy = 'bytes' in input && !/^utf-?(?:8|16)/iu.test(encoding)
    const warnings = legacy ? ([...recognised.warnings, 'decoded-legacy'] as const) : recognised.warnings
    return { ...recognised, warnings: [...new Set(warnings)], encoding }
  },
  'import.accept': ({ lines, section, actor }, context) => {
    const article = buildArticle(lines, { id: context.newId(), newId: context.newBlockId, section })
    addArticle(article, actor, 'imported', context)
    return { id: article.id }
  },
}
