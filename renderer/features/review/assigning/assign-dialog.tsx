import { useState } from 'react'
import { MAX_INSTRUCTION, NO_ASSIGNMENT, type Assignment } from '#core/review/assignment.ts'
import { nameKey } from '#core/review/mentions.ts'
import { usePeople } from '#renderer/bridge/use-people.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DatePicker } from '#renderer/ui/date-picker.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { SuggestField } from '#renderer/ui/suggest-field.tsx'
import { TextField } from '#renderer/ui/text-field.tsx'
import { fromZoned, nextHour, toZoned } from '#renderer/ui/zoned-time.ts'

type AssignDialogProps = {
  /** How many articles are assigned. */
  count: number
  /** What the fields begin with. */
  initial?: Assignment | undefined
  onApply: (assignment: Assignment) => void
  onClose: () => void
}

/** Asks who is to do what with articles, and by when. */
export function AssignDialog({ count, initial = NO_ASSIGNMENT, onApply, onClose }: AssignDialogProps) {
  const t = useT()
  const people = usePeople(null)
  const [{ assignee, deadline, instruction }, setAssignment] = useState(initial)
  const change = (part: Partial<Assignment>): void => setAssignment((before) => ({ ...before, ...part }))
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const [begin] = useState(() => nextHour(new Date(), zone))
  const isGiven = initial.assignee !== '' || initial.deadline !== null || initial.instruction !== ''
  return (
    <Dialog
      title={t('desk.assign-title', { count })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button
            variant="primary"
            onPress={() => onApply({ assignee: assignee.trim(), deadline, instruction: instruction.trim() })}
          >
            {t('desk.assign')}
          </Button>
          {isGiven ? <Button onPress={() => onApply(NO_ASSIGNMENT)}>{t('desk.unassign')}</Button> : null}
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </>
      }
    >
      <SuggestField
        label={t('desk.assignee')}
        description={t('desk.assignee-hint')}
        value={assignee}
        suggestions={people}
        matches={(name, typed) => nameKey(name).includes(nameKey(typed))}
        onChange={(name) => change({ assignee: name })}
        maxLength={200}
        autoFocus
      />
      <DatePicker
        label={t('desk.deadline')}
        clear={t('desk.deadline-clear')}
        begin={begin}
        value={toZoned(deadline, zone)}
        onChange={(time) => change({ deadline: fromZoned(time) })}
      />
      <TextField
        label={t('desk.instruction')}
        description={t('desk.instruction-hint')}
        value={instruction}
        onChange={(text) => change({ instruction: text })}
        multiline
        maxLength={MAX_INSTRUCTION}
      />
    </Dialog>
  )
}
