import type { z } from 'zod'

export type PackPath = readonly (string | number)[]

/** Sets a place of the draft; undefined takes it out. */
export type SetPlace = (path: PackPath, value: unknown) => void

export type PlaceProps = {
  readonly schema: z.ZodType
  readonly value: unknown
  readonly path: PackPath
  readonly onSet: SetPlace
  readonly readOnly: boolean
  /** Names of the pack's sources (依据文件), for every 依据. */
  readonly sources: readonly string[]
  /** Label in place of the key's own words. */
  readonly label?: string
}

/** A place with its words. */
export type LabelledPlace = PlaceProps & { readonly label: string }

/** Width of the labels in the forms of a rule pack, in px. */
export const PLACE_LABEL_WIDTH = 168
