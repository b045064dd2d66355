import { Label, Radio, RadioGroup } from 'react-aria-components'
import './field.css'

type SegmentedProps<V extends string> = {
  label: string
  value: V
  onChange: (value: V) => void
  options: readonly { value: V; label: string }[]
}

/** A segmented control: a choice of few options, all visible. */
export function Segmented<V extends string>({ label, value, onChange, options }: SegmentedProps<V>) {
  return (
    <RadioGroup
      className="segmented"
      value={value}
      onChange={(chosen) => {
        const option = options.find((each) => each.value === chosen)
        if (option !== undefined) onChange(option.value)
      }}
      orientation="horizontal"
    >
      <Label className="field-label">{label}</Label>
      <div className="segmented-options">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="segmented-option">
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
