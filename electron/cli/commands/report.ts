import type { RecoveryReport } from '#core/contract/store.ts'
import type { Translate } from '#core/locale/translate.ts'

/** @returns what was recovered and what was lost, in lines for a person. */
export function reportLines(report: RecoveryReport, t: Translate): string[] {
  const { from, source, by, recovered, older, lost, missingPictures } = report
  const name = (headline: string): string => headline || t('common.untitled')
  return [
    t(`store.recovery-${from}`, { source }),
    ...(by === undefined ? [] : [t('store.restored-by', { by })]),
    t('store.recovered', { count: recovered }),
    ...older.map(({ id, headline, at }) => [t('store.older'), id, name(headline), at].join('\t')),
    ...lost.map(({ id, headline }) => [t('store.lost'), id, name(headline)].join('\t')),
    ...missingPictures.map((picture) => [t('store.missing-pictures'), picture].join('\t')),
  ]
}
