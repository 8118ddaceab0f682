;; Starwright for Emacs with Eglot: part of Emacs 29 and newer, before that the package `eglot'. Goes into init.el.
;; `markdown-mode' is a package of its own; `text-mode' in its place does as well.
(define-derived-mode star-story-mode markdown-mode "Story"
  "A behavioral interview story.")

(add-to-list 'auto-mode-alist '("\\.star\\.md\\'" . star-story-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((star-story-mode :language-id "markdown") . ("starwright" "lsp" "--stdio"))))

(add-hook 'star-story-mode-hook #'eglot-ensure)
