-- Opens files in Neovim with the configuration of docs/editors.md and prints what its own LSP client got, as JSON.
-- Run as: nvim --headless --clean -u CONFIGURATION -c 'luafile test/editors/neovim.lua'

local found = {}
local function finish()
  io.stdout:write('RESULT ' .. vim.json.encode(found) .. '\n')
  vim.cmd('qall!')
end

local ok, failure = pcall(function()
  local function open(file)
    vim.cmd('edit ' .. vim.fn.fnameescape(file))
    local buffer = vim.api.nvim_get_current_buf()
    vim.wait(20000, function()
      for _, client in pairs(vim.lsp.buf_get_clients(buffer)) do return client.initialized end
    end, 20)
    return buffer
  end

  local function ask(buffer, method, line, character)
    local params = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
    if line then params.position = { line = line, character = character } end
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000) or {}
    for _, answer in pairs(answers) do return answer.result end
  end

  local function problems(buffer)
    vim.wait(10000, function() return #vim.diagnostic.get(buffer) > 0 end, 20)
    return vim.tbl_map(function(one) return one.code or one.user_data.lsp.code end, vim.diagnostic.get(buffer))
  end

  local log = open(vim.env.SIP_LENS_LOG)
  found.hover = ask(log, 'textDocument/hover', 1, 9).contents.value
  found.symbols = vim.tbl_map(function(symbol) return symbol.name end, ask(log, 'textDocument/documentSymbol'))

  local message = open(vim.env.SIP_LENS_MESSAGE)
  found.diagnostics = problems(message)
  vim.api.nvim_buf_set_lines(message, 0, 1, false, { 'SIP/2.0 48' })
  local completion = ask(message, 'textDocument/completion', 0, 10)
  found.completion = vim.tbl_map(function(item) return item.label end, completion.items or completion)

  found.script = problems(open(vim.env.SIP_LENS_SCRIPT))
  found.scenario = problems(open(vim.env.SIP_LENS_SCENARIO))
end)
if not ok then found.failure = tostring(failure) end
finish()
