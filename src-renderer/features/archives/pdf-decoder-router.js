// Loaded by the PDF worker in place of its picture decoders: it asks for `…/<decoder file>` below one address, while our built files have
// hashed names. The address carries both real ones, and the part after `want=/` says which is meant.
const { searchParams } = new URL(import.meta.url)
const { default: instantiate } = await import(searchParams.get(searchParams.get('want').slice(1)))
export default instantiate
