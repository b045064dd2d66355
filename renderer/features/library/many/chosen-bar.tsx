import { useState, type ReactNode } from 'react'
import { CopyPlus, PackageOpen, Tag, Trash2, UserRound } from 'lucide-react'
import type { Assignment } from '#core/review/assignment.ts'
import { isEditor, type State } from '#core/review/states.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { useSections } from '#renderer/bridge/use-sections.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { ChosenArticle, Named } from '../list/row-actions.tsx'
import { MAX_CHOSEN } from '../list/use-chosen.ts'
import { ManyOutcome } from './many-outcome.tsx'
import { SectionDialog } from './section-dialog.tsx'
import { SendMenu } from './send-menu.tsx'
import { StepMenu } from './step-menu.tsx'
import type { Many } from './use-many.ts'
import './chosen.css'

/** Renders the dialog that asks how so many articles are assigned. */
export type RenderAssign = (
  count: number,
  /** Of one article; undefined for several. */
  initial: Assignment | undefined,
  onApply: (assignment: Assignment) => void,
  onClose: () => void,
) => ReactNode

type ChosenBarProps = {
  chosen: readonly ChosenArticle[]
  many: Many
  onExport: () => void
  onClear: () => void
  onDuplicate: (article: Named) => void
  onDestinations: () => void
  renderAssign: RenderAssign
}

/**
 * Actions on the selected articles, and what became of the last one. The bar stands below the list, so that no row moves when
 * it appears.
 */
export function ChosenBar({ chosen, many, ...on }: ChosenBarProps) {
  const t = useT()
  return (
    <div className="chosen-bar" role="group" aria-label={t('library.chosen-group')} data-testid="chosen">
      {many.told === null ? null : <ManyOutcome told={many.told} onClose={many.close} />}
      {many.error === null ? null : (
        <div className="many-outcome">
          <ErrorText error={many.error} />
        </div>
      )}
      {chosen.length === 0 ? null : <ChosenActions chosen={chosen} many={many} {...on} />}
    </div>
  )
}

function ChosenActions({ chosen, many, onExport, onClear, onDuplicate, ...on }: ChosenBarProps) {
  const { onDestinations, renderAssign } = on
  const t = useT()
  const actor = useActor()
  const [isAsking, setAsking] = useState(false)
  const [isAssigning, setAssigning] = useState(false)
  // Read before the dialog opens, which offers them at the first letter.
  const sections = useSections()
  const count = chosen.length
  const [only] = count === 1 ? chosen : []
  const move = (to: State, note: string): void =>
    many.run(chosen, {
      words: (done) => t('library.many-moved', { count: done, state: t(`common.state-${to}`) }),
      call: (ids) => call('review.moveMany', { ids, to, note }),
    })
  const put = (): void =>
    many.run(chosen, {
      words: (done) => t('library.many-put', { count: done }),
      call: (ids) => call('bin.putMany', { ids }),
      undo: (ids) =>
        many.run(
          chosen.filter(({ id }) => ids.includes(id)),
          {
            words: (done) => t('library.many-taken-out', { count: done }),
            call: (back) => call('bin.takeOutMany', { ids: back }),
          },
        ),
    })
  const setSection = (section: string): void =>
    many.run(chosen, {
      words: (done) => t('library.many-sectioned', { count: done, section }),
      call: (ids) => call('articles.setSection', { ids, section }),
    })
  const assign = (assignment: Assignment): void =>
    many.run(chosen, {
      words: (done) => t('desk.many-assigned', { count: done }),
      call: (ids) => call('desk.assign', { ids, assignment }),
    })
  return (
    <div className="chosen-column" aria-busy={many.isBusy}>
      <p className="chosen-count" role="status">
        {t('library.chosen', { count })}
        {count === MAX_CHOSEN ? <span className="chosen-most">{t('library.chosen-most')}</span> : null}
      </p>
      <StepMenu role={actor.role} isDisabled={many.isBusy} onMove={move} />
      {isEditor(actor.role) ? (
        <SendMenu
          isDisabled={many.isBusy}
          onDestinations={onDestinations}
          onSend={({ id: destinationId, name }) =>
            many.run(chosen, {
              words: (done) => t('library.many-sent', { count: done, destination: name }),
              call: (ids) => call('deliveries.sendMany', { ids, destinationId }),
            })
          }
        />
      ) : null}
      <Button icon={<Tag aria-hidden size={16} />} isDisabled={many.isBusy} onPress={() => setAsking(true)}>
        {t('library.many-section')}
      </Button>
      <Button icon={<UserRound aria-hidden size={16} />} isDisabled={many.isBusy} onPress={() => setAssigning(true)}>
        {t('desk.assign-open')}
      </Button>
      <Button icon={<Trash2 aria-hidden size={16} />} isDisabled={many.isBusy} onPress={put}>
        {t('bin.put')}
      </Button>
      {only === undefined ? null : (
        <Button icon={<CopyPlus aria-hidden size={16} />} onPress={() => onDuplicate(only)}>
          {t('library.duplicate')}
        </Button>
      )}
      <Button variant="primary" icon={<PackageOpen aria-hidden size={16} />} onPress={onExport}>
        {t('library.chosen-export')}
      </Button>
      <Button onPress={onClear}>{t('library.chosen-clear')}</Button>
      {isAssigning
        ? renderAssign(
            count,
            only === undefined ? undefined : only.assignment,
            (assignment) => {
              setAssigning(false)
              assign(assignment)
            },
            () => setAssigning(false),
          )
        : null}
      {isAsking ? (
        <SectionDialog
          count={count}
          sections={sections}
          onApply={(section) => {
            setAsking(false)
            setSection(section)
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  )
}
