import { useState } from 'react'
import { FileText, FolderOpen } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { FilePicker } from '#renderer/ui/file-picker.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { useDrop } from '#renderer/ui/use-drop.ts'

type SourceStepProps = {
  error: unknown
  /** Why a file was not even sent; null for none. */
  refusal: string | null
  isWorking: boolean
  onText: (text: string) => void
  onFile: (file: File) => void
}

/** For the file dialog alone: what a file is, its content says. */
const ACCEPTED = '.txt,.text,.md,.markdown,.docx,.html,.htm,.xml,.json,.zip,text/plain'

/** Where a text comes in: pasted, dropped, or opened. What is pasted goes on by itself. */
export function SourceStep({ error, refusal, isWorking, onText, onFile }: SourceStepProps) {
  const t = useT()
  const [text, setText] = useState('')
  const { isOver, dropProps } = useDrop(onFile)
  return (
    <div className="import-source" data-over={isOver} {...dropProps}>
      <h1 className="screen-title">{t('importing.title')}</h1>
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
          // Into an empty box a whole text is pasted; into a text that is there, a part of it.
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
    </div>
  )
}
