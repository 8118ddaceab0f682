-- Does what a person does in Neovim with the set-up of the documentation, and writes down what it sees.
local seen = {}

local function wait_for(what)
  vim.wait(20000, what, 20)
end

local function diagnostics()
  return vim.tbl_map(function(each)
    return { code = each.code, text = vim.api.nvim_buf_get_text(0, each.lnum, each.col, each.end_lnum, each.end_col, {})[1] }
  end, vim.diagnostic.get(0))
end

local function has(code)
  for _, each in ipairs(diagnostics()) do
    if each.code == code then return true end
  end
  return false
end

local function line()
  return vim.api.nvim_buf_get_lines(0, 8, 9, false)[1]
end

local function put_cursor_on(words)
  vim.api.nvim_win_set_cursor(0, { 9, line():find(words, 1, true) - 1 })
end

vim.cmd("edit README.md")
seen.readme = #vim.lsp.buf_get_clients(0)

vim.cmd("edit stories/rota.star.md")
wait_for(function() return #vim.diagnostic.get(0) > 0 end)
seen.diagnostics = diagnostics()

put_cursor_on("fixed the problem")
local here = vim.api.nvim_get_current_win()
vim.lsp.buf.hover()
wait_for(function() return #vim.api.nvim_list_wins() > 1 end)
for _, window in ipairs(vim.api.nvim_list_wins()) do
  if window ~= here then
    seen.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), "\n")
    vim.api.nvim_win_close(window, true)
  end
end

vim.ui.select = function(items, _, choose)
  for index, item in ipairs(items) do
    if item[2].title:find("throttled", 1, true) then return choose(item, index) end
  end
end
vim.lsp.buf.code_action()
wait_for(function() return line():find("throttled", 1, true) and not has("vague-verb") end)
seen.fixed = line()
seen.after = vim.tbl_map(function(each) return each.code end, diagnostics())

local at = line():find(" It was", 1, true) - 1
vim.api.nvim_buf_set_text(0, 8, at, 8, at, { " 🚦 é Then I fixed the problem." })
wait_for(function() return has("vague-verb") end)
seen.typed = diagnostics()

-- Behind the last character, as while typing.
vim.o.virtualedit = "onemore"
vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "#" })
vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), 1 })
local answers = vim.lsp.buf_request_sync(0, "textDocument/completion", vim.lsp.util.make_position_params(), 10000)
local items = {}
for _, answer in pairs(answers) do
  for _, item in ipairs(vim.lsp.util.text_document_completion_list_to_complete_items(answer.result, "")) do table.insert(items, item.word) end
end
seen.completions = items

vim.lsp.codelens.refresh()
wait_for(function() return #vim.lsp.codelens.get(0) > 0 end)
seen.lenses = vim.tbl_map(function(lens) return lens.command.title end, vim.lsp.codelens.get(0))

local version = vim.version()
seen.version = version.major .. "." .. version.minor
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.STARWRIGHT_SEEN)
vim.cmd("qa!")
