import { useState } from 'react'
import { Milestone } from 'lucide-react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { STATES, type Role, type State } from '#core/review/states.ts'
import { moves, needsNote } from '#core/review/workflow.ts'
import { useMayMove } from '#renderer/bridge/who.tsx'
import { FieldDialog } from '#renderer/ui/field-dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'

/** @returns every state to which a role may move some article. */
function targetsOf(role: Role): State[] {
  return STATES.filter((to) => STATES.some((from) => moves(from, role, true).includes(to)))
}

const asksForNote = (to: State): boolean => STATES.some((from) => needsNote(from, to))

type StepMenuProps = { role: Role; isDisabled: boolean; onMove: (to: State, note: string) => void }

/** The steps of the review, for several articles. A step that needs a reason asks for one, which all of them get. */
export function StepMenu({ role, isDisabled, onMove }: StepMenuProps) {
  const t = useT()
  const mayMove = useMayMove()
  const [asked, setAsked] = useState<State | null>(null)
  return (
    <>
      <MenuTrigger>
        <AriaButton className="button button-quiet" isDisabled={isDisabled} data-testid="many-step">
          <Milestone aria-hidden size={16} />
          {t('library.many-step')}
        </AriaButton>
        <Popover className="menu-popover" placement="top">
          <Menu
            aria-label={t('library.many-step')}
            className="menu"
            onAction={(key) => {
              const to = STATES.find((state) => state === key)
              if (to === undefined) return
              if (asksForNote(to)) setAsked(to)
              else onMove(to, '')
            }}
          >
            {targetsOf(role)
              .filter(mayMove)
              .map((to) => (
                <MenuItem key={to} id={to} textValue={t(`library.step-${to}`)} className="menu-item">
                  {t(`library.step-${to}`)}
                </MenuItem>
              ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      {asked === null ? null : (
        <FieldDialog
          title={t(`library.step-${asked}`)}
          label={t('review.note')}
          description={t(
            asked === 'returned'
              ? 'review.note-hint'
              : `library.many-${asked === 'killed' ? 'killed' : 'withdrawn'}-text`,
          )}
          maxLength={5000}
          multiline
          apply={t(`library.step-${asked}`)}
          cancel={t('common.cancel')}
          onApply={(note) => {
            if (note.trim() === '') return t('review.note-needed')
            onMove(asked, note)
            return null
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}
