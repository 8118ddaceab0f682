;; Starwright for Emacs with lsp-mode, a package of its own. Goes into init.el.
(add-to-list 'auto-mode-alist '("\\.star\\.md\\'" . markdown-mode))

(with-eval-after-load 'lsp-mode
  (add-to-list 'lsp-language-id-configuration '("\\.star\\.md\\'" . "star-story"))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection '("starwright" "lsp" "--stdio"))
                    :activation-fn (lsp-activate-on "star-story")
                    :server-id 'starwright)))

(add-hook 'markdown-mode-hook
          (lambda () (when (string-suffix-p ".star.md" (or buffer-file-name "")) (lsp-deferred))))
