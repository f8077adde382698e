-- Drives Neovim's own LSP client against the built server and prints what it got, one JSON object.
-- Run as: nvim --headless --clean -c 'luafile test/editors/neovim.lua' (with SIP_LENS_SERVER set)

vim.filetype.add({ extension = { sip = 'sip', log = 'log' } })

local found = {}
local function finish()
  io.stdout:write('RESULT ' .. vim.json.encode(found) .. '\n')
  vim.cmd('qall!')
end

local ok, failure = pcall(function()
  local attached = {}
  local client = vim.lsp.start_client({
    name = 'sip-lens',
    cmd = { 'node', vim.env.SIP_LENS_SERVER, '--stdio' },
    root_dir = vim.fn.getcwd(),
    settings = { ['sip-lens'] = { language = 'tr' } },
    on_attach = function(_, buffer) attached[buffer] = true end,
    on_init = function(started)
      started.notify('workspace/didChangeConfiguration', { settings = started.config.settings })
    end,
  })

  local function open(file)
    vim.cmd('edit ' .. vim.fn.fnameescape(file))
    local buffer = vim.api.nvim_get_current_buf()
    vim.lsp.buf_attach_client(buffer, client)
    vim.wait(10000, function() return attached[buffer] end, 20)
    return buffer
  end

  local function ask(buffer, method, line, character)
    local params = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
    if line then params.position = { line = line, character = character } end
    local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000) or {}
    for _, answer in pairs(answers) do return answer.result end
  end

  local log = open(vim.env.SIP_LENS_LOG)
  found.hover = ask(log, 'textDocument/hover', 1, 9).contents.value
  found.symbols = vim.tbl_map(function(symbol) return symbol.name end, ask(log, 'textDocument/documentSymbol'))

  local message = open(vim.env.SIP_LENS_MESSAGE)
  vim.wait(10000, function() return #vim.diagnostic.get(message) > 0 end, 20)
  found.diagnostics = vim.tbl_map(function(one) return one.code or one.user_data.lsp.code end, vim.diagnostic.get(message))
  vim.api.nvim_buf_set_lines(message, 0, 1, false, { 'SIP/2.0 48' })
  local completion = ask(message, 'textDocument/completion', 0, 10)
  found.completion = vim.tbl_map(function(item) return item.label end, completion.items or completion)
end)
if not ok then found.failure = tostring(failure) end
finish()
