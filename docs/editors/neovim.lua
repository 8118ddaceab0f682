-- Starwright for Neovim 0.7 and newer. Goes into init.lua, or into a file of its own that init.lua requires.
-- Stories are `*.star.md`; with "*.md" as the pattern, so is every other Markdown file whose front matter says `star: 1`.
local servers = {}

-- The folder whose stories are one bank: that of the nearest .starwright.yaml, else the repository, else the story's own.
local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ":p:h")
  local settings = vim.fn.findfile(".starwright.yaml", folder .. ";")
  if settings ~= "" then return vim.fn.fnamemodify(settings, ":p:h") end
  local repository = vim.fn.finddir(".git", folder .. ";")
  return repository ~= "" and vim.fn.fnamemodify(repository, ":p:h:h") or folder
end

vim.api.nvim_create_autocmd({ "BufReadPost", "BufNewFile" }, {
  group = vim.api.nvim_create_augroup("starwright", {}),
  pattern = { "*.star.md", ".starwright.yaml" },
  callback = function(event)
    local root = root_of(event.match)
    local config = {
      name = "starwright",
      cmd = { "starwright", "lsp", "--stdio" },
      root_dir = root,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
      on_exit = function() servers[root] = nil end,
    }
    if vim.lsp.start then
      vim.lsp.start(config)
    else
      servers[root] = servers[root] or vim.lsp.start_client(config)
      vim.lsp.buf_attach_client(event.buf, servers[root])
    end
  end,
})
