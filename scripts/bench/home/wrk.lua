-- POSTs what a file says: "b <body>", "h <name>: <value>" and "t <authorization>" lines; with several tokens each request is of the next one.
local requests, turn = {}, 0

init = function(args)
  local body, headers, tokens = "", {}, {}
  for line in io.lines(args[1]) do
    local kind, rest = line:sub(1, 1), line:sub(3)
    if kind == "b" then body = rest end
    if kind == "t" then tokens[#tokens + 1] = rest end
    if kind == "h" then
      local name, value = rest:match("^(.-): (.*)$")
      headers[name] = value
    end
  end
  for index, token in ipairs(tokens) do
    headers["authorization"] = token
    requests[index] = wrk.format("POST", nil, headers, body)
  end
end

request = function()
  turn = turn % #requests + 1
  return requests[turn]
end

done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"requests":%d,"seconds":%f,"bytes":%d,"p50":%f,"p95":%f,"p99":%f,"failed":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
