/** Where a puzzle comes from. Each function answers its description and a function that reads its sheets by index. */

/** A puzzle at an address: of its puzzle.json, or of the record of the request that it was cut for. */
export async function fromAddress(url) {
  const document = await (await read(url)).json();
  if ("requestId" in document) return fromRecord(document, url);
  return { description: document, readSheet: (index) => blob(new URL(document.sheets[index].file, url)) };
}

/** The puzzle of a request: its record has a link to each file. */
async function fromRecord({ requestId, status, puzzle, outputs }, url) {
  if (!puzzle?.url) throw new Error(`request ${requestId} has no puzzle; it is ${status}.`);
  const links = new Map(outputs.map(({ name, url: link }) => [name, new URL(link, url)]));
  const description = await (await read(new URL(puzzle.url, url))).json();
  return { description, readSheet: (index) => blob(links.get(puzzle.sheets[index])) };
}

/** A puzzle that was chosen on this computer: puzzle.json together with its sheets. */
export async function fromFiles(files) {
  const named = new Map([...files].map((file) => [file.name, file]));
  const chosen = (name) => {
    if (!named.has(name)) throw new Error(`${name} was not chosen.`);
    return named.get(name);
  };
  const document = [...named.keys()].find((name) => name.endsWith(".json")) ?? "puzzle.json";
  const description = JSON.parse(await chosen(document).text());
  return { description, readSheet: async (index) => chosen(description.sheets[index].file) };
}

async function blob(url) {
  return (await read(url)).blob();
}

async function read(url) {
  const name = url.pathname.split("/").pop();
  const answer = await fetch(url).catch(() => {
    throw new Error(`${name}: ${url.origin} does not answer this page.`);
  });
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
  return answer;
}
