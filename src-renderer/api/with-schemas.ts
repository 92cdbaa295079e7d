/** Loads a module that makes zod schemas, which must find zod set up. For what the window does not need at its start. */
export async function withSchemas<Module>(load: () => Promise<Module>): Promise<Module> {
  await import('./zod-setup.ts')
  return load()
}
