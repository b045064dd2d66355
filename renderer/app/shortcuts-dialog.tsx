import type { MessageKey } from '#core/locale/translate.ts'
import type { Action } from '#renderer/editor/actions/action.ts'
import { ACTIONS } from '#renderer/editor/actions/actions.ts'
import { keysLabel, type Keys } from '#renderer/editor/keys/keys.ts'
import { SCREEN_COMMANDS } from '#renderer/features/writing/screen-commands.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { WINDOW_ACTIONS } from './window-actions.ts'
import './shortcuts-dialog.css'

type Row = { label: MessageKey; keys?: readonly Keys[] }

const ofGroup = (group: Action['group']): readonly Row[] => ACTIONS.filter((action) => action.group === group)

type ScreenCommand = (typeof SCREEN_COMMANDS)[keyof typeof SCREEN_COMMANDS]
const isOfReview = ({ label }: ScreenCommand): boolean => label.startsWith('comments.')

function ofScreen(isWanted: (command: ScreenCommand) => boolean): readonly Row[] {
  return Object.values(SCREEN_COMMANDS)
    .filter(isWanted)
    .map((command) => ({ label: command.label, keys: 'keys' in command ? [command.keys] : [] }))
}

/** What the sheet lists: the very actions that the keys run. */
const GROUPS: readonly { title: MessageKey; rows: readonly Row[] }[] = [
  { title: 'common.shortcuts-window', rows: Object.values(WINDOW_ACTIONS) },
  {
    title: 'common.shortcuts-screen',
    rows: ofScreen((command) => !isOfReview(command)),
  },
  { title: 'common.shortcuts-history', rows: ofGroup('history') },
  { title: 'common.shortcuts-text', rows: ofGroup('text') },
  { title: 'comments.title', rows: [...ofGroup('review'), ...ofScreen(isOfReview)] },
  { title: 'common.shortcuts-turn', rows: ofGroup('turn') },
  { title: 'common.shortcuts-insert', rows: ofGroup('insert') },
  { title: 'common.shortcuts-arrange', rows: ofGroup('arrange') },
  { title: 'common.shortcuts-table', rows: ofGroup('table') },
  { title: 'common.shortcuts-direction', rows: ofGroup('direction') },
]

/** The sheet of shortcuts. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  return (
    <Dialog
      title={t('common.shortcuts')}
      isOpen
      isWide
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      <div className="shortcuts">
        {GROUPS.map(({ title, rows }) => {
          const shown = rows.filter(({ keys = [] }) => keys.length > 0)
          return shown.length === 0 ? null : (
            <section key={title} aria-label={t(title)}>
              <h3>{t(title)}</h3>
              <dl>
                {shown.map(({ label, keys = [] }) => (
                  <div key={label} className="shortcut">
                    <dt>{t(label)}</dt>
                    <dd>
                      {keys.map((each) => (
                        <kbd key={keysLabel(each)} dir="ltr">
                          {keysLabel(each)}
                        </kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
