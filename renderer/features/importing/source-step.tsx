import { useState } from 'react'
import { FileText, FolderOpen } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { FilePicker } from '#renderer/ui/file-picker.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { useDrop } from '#renderer/ui/use-drop.ts'

type SourceStepProps = {
  error: unknown
  /** Why a file was not sent to the service; null for none. */
  refusal: string | null
  isWorking: boolean
  onText: (text: string) => void
  onFile: (file: File) => void
}

/** Only for the file dialog: the service recognises a file by its content. */
const ACCEPTED = '.txt,.text,.md,.markdown,.docx,.html,.htm,.xml,.json,.zip,.midad,text/plain'

/** Takes text or a file: pasted, dropped or opened. Pasting goes straight to the next step. */
export function SourceStep({ error, refusal, isWorking, onText, onFile }: SourceStepProps) {
  const t = useT()
  const [text, setText] = useState('')
  const { isOver, dropProps } = useDrop(onFile)
  return (
    <Frame title={t('importing.title')} className="import-source" data-over={isOver} {...dropProps}>
      <p className="import-lead">{t('importing.lead')}</p>
      <textarea
        className="import-paste"
        dir="rtl"
        aria-label={t('importing.paste')}
        placeholder={isOver ? t('importing.drop') : t('importing.paste')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain')
          // Only a paste into an empty box is a whole text.
          if (text !== '' || pasted.trim() === '') return
          event.preventDefault()
          setText(pasted)
          onText(pasted)
        }}
      />
      <ErrorText error={error} />
      {refusal === null ? null : (
        <p className="error-text" role="alert">
          {refusal}
        </p>
      )}
      <div className="import-actions">
        <Button
          variant="primary"
          icon={<FileText aria-hidden size={16} />}
          isDisabled={text.trim() === ''}
          isPending={isWorking}
          onPress={() => onText(text)}
        >
          {t('importing.recognise')}
        </Button>
        <FilePicker
          label={t('importing.open')}
          accept={ACCEPTED}
          icon={<FolderOpen aria-hidden size={16} />}
          isPending={isWorking}
          onFile={onFile}
        />
        <span className="import-hint">{t('importing.drop-hint')}</span>
      </div>
      {isWorking ? <Progress label={t('importing.working')} /> : null}
    </Frame>
  )
}
