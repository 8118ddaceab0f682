;; Does what a person does in Emacs with the set-up of the documentation, and writes down what it sees. -*- lexical-binding: t -*-
(require 'json)
(require 'seq)

(defun wait-for (what)
  (let ((turns 0))
    (while (and (not (funcall what)) (< turns 1000))
      (accept-process-output nil 0.02)
      (setq turns (1+ turns)))))

(defun code-of (diagnostic)
  (let ((text (flymake-diagnostic-text diagnostic)))
    (if (string-match "\\[\\([a-z-]+\\)\\]" text) (match-string 1 text) text)))

(defun diagnostics ()
  (vconcat (mapcar (lambda (each)
                     `((code . ,(code-of each))
                       (text . ,(buffer-substring-no-properties (flymake-diagnostic-beg each) (flymake-diagnostic-end each)))))
                   (flymake-diagnostics))))

(defun has (code)
  (seq-some (lambda (each) (equal code (code-of each))) (flymake-diagnostics)))

(defun sentence ()
  (save-excursion
    (goto-char (point-min))
    (search-forward "On the rota")
    (buffer-substring-no-properties (line-beginning-position) (line-end-position))))

(let (seen)
  (find-file "README.md")
  (run-hooks 'post-command-hook)
  (push (cons 'readme (if (and (fboundp 'eglot-managed-p) (eglot-managed-p)) 1 0)) seen)

  (find-file "stories/rota.star.md")
  (run-hooks 'post-command-hook)
  (wait-for #'flymake-diagnostics)
  (push (cons 'diagnostics (diagnostics)) seen)

  (goto-char (point-min))
  (search-forward "fixed the")
  (let (said)
    (run-hook-with-args 'eldoc-documentation-functions (lambda (text &rest _) (when (string-match-p "Weak" (or text "")) (setq said (substring-no-properties text)))))
    (wait-for (lambda () said))
    (push (cons 'hover said) seen))

  (setq last-nonmenu-event ?x)
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt choices &rest _) (seq-find (lambda (title) (string-match-p "throttled" title)) (mapcar #'car choices)))))
    (call-interactively #'eglot-code-actions))
  (eglot--signal-textDocument/didChange)
  (wait-for (lambda () (not (has "vague-verb"))))
  (push (cons 'fixed (sentence)) seen)
  (push (cons 'after (vconcat (mapcar #'code-of (flymake-diagnostics)))) seen)

  (goto-char (point-min))
  (search-forward " It was")
  (goto-char (match-beginning 0))
  (insert " 🚦 é Then I fixed the problem.")
  (eglot--signal-textDocument/didChange)
  (wait-for (lambda () (has "vague-verb")))
  (push (cons 'typed (diagnostics)) seen)

  (goto-char (point-max))
  (insert "\n#")
  (eglot--signal-textDocument/didChange)
  (let ((table (nth 2 (eglot-completion-at-point))))
    (push (cons 'completions (vconcat (mapcar #'substring-no-properties (all-completions "#" table)))) seen))

  (push (cons 'version emacs-version) seen)
  (with-temp-file (getenv "STARWRIGHT_SEEN") (insert (json-encode seen)))
  (set-buffer-modified-p nil)
  (kill-emacs 0))
