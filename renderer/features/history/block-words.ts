import type { Block } from '#core/article/block.ts'
import { isVoidType } from '#core/article/block-types.ts'
import { figures } from '#core/article/text-nodes.ts'
import type { Translate } from '#core/locale/translate.ts'
import type { BlockChange } from '#core/changes/reading.ts'
import type { WordChange } from '#core/changes/words.ts'

/** @returns the file names of a block's pictures. */
function pictureNames(block: Block | null, t: Translate): string {
  const names = block === null ? [] : figures([block]).flatMap(({ asset }) => (asset === undefined ? [] : [asset.name]))
  return names.length === 0 ? t('history.nothing') : names.join('، ')
}

/** @returns the block's type and its changes: «فقرة · تعديل · نقل». */
export function changeWords({ from, to, change, isMoved }: BlockChange, t: Translate): string {
  const block = to ?? from
  const kind = block === null ? '' : t(`block.${block.type}`)
  const fates = [
    ...(change === 'same' ? [] : [t(`history.change-${change}`)]),
    ...(isMoved ? [t('history.change-moved')] : []),
  ]
  return [kind, ...fates].join(' · ')
}

/** @returns what changed besides the text, one line per change. */
export function aspectWords({ from, to, aspects }: BlockChange, t: Translate): string[] {
  return aspects.map((aspect) => {
    const name = t(`history.aspect-${aspect}`)
    if (aspect === 'picture') {
      return t('history.field-change', { name, from: pictureNames(from, t), to: pictureNames(to, t) })
    }
    if (aspect === 'kind' && from !== null && to !== null) {
      const kinds = { from: t(`block.${from.type}`), to: t(`block.${to.type}`) }
      return t('history.field-change', { name, ...kinds })
    }
    return name
  })
}

/** @returns the text of a block with its changes; a description for a block without text. */
export function shownWords({ from, to, change, words }: BlockChange, t: Translate): WordChange[] {
  const block = to ?? from
  if (words.length > 0 || block === null) return words
  const text =
    figures([block]).length > 0
      ? pictureNames(block, t)
      : isVoidType(block.type)
        ? t(`block.${block.type}`)
        : t('history.empty')
  return [{ text, change: change === 'added' || change === 'removed' ? change : 'same' }]
}
