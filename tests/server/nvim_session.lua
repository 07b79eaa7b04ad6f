-- A session in Neovim: open, see the findings, fix one, silence one, see them gone. Called by test_editors.py.
local job = vim.json.decode(vim.env.PRESSLINT_SESSION)
local steps = {}

local function wait(what, check)
  local fine = vim.wait(120000, check, 20)
  if not fine then
    vim.fn.writefile({ vim.json.encode({ failed = what, steps = steps }) }, job.out)
    vim.cmd("cquit")
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

local function seen()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    local words = vim.api.nvim_buf_get_text(0, each.lnum, each.col, each.end_lnum, each.end_col, {})
    table.insert(found, { rule = each.code, words = table.concat(words, "\n"), message = each.message })
  end
  return found
end

local function note(what)
  table.insert(steps, { what = what, found = seen(), text = text() })
end

local function act(rule, title)
  for _, each in ipairs(vim.diagnostic.get(0)) do
    if each.code == rule then
      vim.api.nvim_win_set_cursor(0, { each.lnum + 1, each.col })
    end
  end
  local before = vim.b.changedtick
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action) return vim.startswith(action.title, title) end,
  })
  wait(title, function() return vim.b.changedtick ~= before end)
end

vim.lsp.config("presslint", {
  cmd = job.command,
  filetypes = { "markdown" },
  root_markers = { "presslint.yaml" },
})
vim.lsp.enable("presslint")
vim.cmd.edit(job.file)
vim.bo.filetype = "markdown"
wait("attach", function() return #vim.lsp.get_clients({ bufnr = 0 }) > 0 end)
wait("findings", function() return #vim.diagnostic.get(0) == job.count end)
note("opened")
act("repeated-word", "Delete the second")
wait("one finding less", function() return #vim.diagnostic.get(0) == job.count - 1 end)
note("fixed")
act("missing-byline", "Let it stand here")
wait("another finding less", function() return #vim.diagnostic.get(0) == job.count - 2 end)
note("silenced")
vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "😀 We saw the the pier." })
wait("a new finding", function() return #vim.diagnostic.get(0) == job.count - 1 end)
note("written")
vim.cmd.write()
vim.fn.writefile({ vim.json.encode({ steps = steps }) }, job.out)
vim.cmd("qall!")
