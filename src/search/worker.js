// Before the engine's own worker. The engine waits for itself in steps of 50 ms and unpacks what it fetched by a script of its
// own; browsers do the one in smaller steps and the other natively, and what is unpacked the engine takes as it is.
{
  const { fetch: ask, setTimeout: later } = self;
  const isPacked = (address) => /\.(pf_\w+|pagefind)$/.test(address);
  self.setTimeout = (task, time) => later(task, Math.min(time, 4));
  self.fetch = async (address) => {
    const response = await ask(address);
    if (!response.ok || !isPacked(address)) return response;
    return new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
  };
}
