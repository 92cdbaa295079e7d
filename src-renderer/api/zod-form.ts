import { schemaResolver } from '@mantine/form'
import type { z } from 'zod'

/** A contract schema as the `validate` of a Mantine form: the form refuses exactly what the core would. */
export function zodForm<Schema extends z.ZodType>(schema: Schema) {
  return schemaResolver(schema, { sync: true })
}
