import { CircleAlert, CircleCheck } from 'lucide-react'
import { refusalWords } from '#core/locale/refusal.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import type { Told } from './use-many.ts'

/** Says how many articles it was done with, and with which not and why. They stay selected. */
export function ManyOutcome({ told, onClose }: { told: Told; onClose: () => void }) {
  const t = useT()
  const { words, done, refused, names, undo } = told
  return (
    <div className="many-outcome" data-testid="many-outcome">
      <div className="many-outcome-words" role="status">
        {done.length === 0 ? null : (
          <p>
            <CircleCheck aria-hidden size={16} />
            {words(done.length)}
          </p>
        )}
        {refused.length === 0 ? null : (
          <p>
            <CircleAlert aria-hidden size={16} />
            {t('library.many-refused', { count: refused.length })}
          </p>
        )}
      </div>
      {refused.length === 0 ? null : (
        // Focusable, so that it can be scrolled by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className="many-reasons" tabIndex={0} aria-label={t('library.many-refused', { count: refused.length })}>
          {refused.map(({ id, code, params }) => (
            <li key={id} data-testid="many-reason">
              <bdi className="many-name">{names.get(id) || t('common.untitled')}</bdi>
              <span className="many-reason">{refusalWords(code, params, t)}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="many-buttons">
        {undo === undefined || done.length === 0 ? null : (
          <Button onPress={() => undo(done)}>{t('library.undo')}</Button>
        )}
        <Button onPress={onClose}>{t('common.close')}</Button>
      </div>
    </div>
  )
}
