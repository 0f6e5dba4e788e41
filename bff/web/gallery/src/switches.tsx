import { choices, type Switch } from './address.ts'
import { useGallery } from './gallery-context.tsx'

/** How the tiles are looked at: one list for each choice. */
export function Switches() {
  const { texts } = useGallery()
  return (
    <div className="gallery-switches" role="group" aria-label={texts.view}>
      <OneSwitch name="scheme" />
      <OneSwitch name="width" />
      <OneSwitch name="lang" />
      <OneSwitch name="dir" />
      <OneSwitch name="text" />
    </div>
  )
}

function OneSwitch({ name }: { name: Switch }) {
  const { address, change, texts } = useGallery()
  const labels: Record<string, string> = texts.values[name]
  return (
    <label className="gallery-switch">
      <span>{texts.switches[name]}</span>
      <select value={address[name]} onChange={({ target }) => change({ [name]: target.value })}>
        {choices[name].map((value) => (
          <option key={value} value={value}>
            {labels[value]}
          </option>
        ))}
      </select>
    </label>
  )
}
